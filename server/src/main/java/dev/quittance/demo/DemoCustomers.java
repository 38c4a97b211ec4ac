package dev.quittance.demo;

import static dev.quittance.demo.DemoCustomer.Habit.NEVER_PAYS;
import static dev.quittance.demo.DemoCustomer.Habit.PAYS_BY_CARD;
import static dev.quittance.demo.DemoCustomer.Habit.PAYS_BY_TRANSFER;

import dev.quittance.customers.ContactRole;
import dev.quittance.customers.PaymentKind;
import dev.quittance.demo.DemoCustomer.Habit;
import dev.quittance.demo.DemoCustomer.Person;
import dev.quittance.organization.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invented customers of the demo: several currencies, scripts and habits. */
interface DemoCustomers {
    Person NORA = new Person("Nora Lindqvist", "nora@fjordline.example", ContactRole.PRIMARY);
    Person VIKTOR = new Person("Viktor Viewer", "viktor@fjordline.example", ContactRole.VIEWER);
    Person GRACE = new Person("Grace Finch", "grace@harbourfinch.example", ContactRole.PRIMARY);
    Person ELENI =
            new Person("Ελένη Παπαδοπούλου", "eleni@kafes-athina.example", ContactRole.PRIMARY);
    Person KENJI = new Person("Kenji Sato", "kenji@sakurakobo.example", ContactRole.PRIMARY);

    List<DemoCustomer> ALL =
            List.of(
                    customer(
                                    "C-1001",
                                    "Fjordline AS",
                                    "billing@fjordline.example",
                                    "EUR",
                                    "Business")
                            .at(
                                    address("Strandgata 12", "Bergen", null, "5013", "NO"),
                                    "NO 987 654 325 MVA")
                            .with("Daily backup", "Extra mailbox", "Extra mailbox", "Extra mailbox")
                            .pays(PAYS_BY_CARD, 10, 2)
                            .people(NORA, VIKTOR)
                            .made(),
                    customer(
                                    "C-1002",
                                    "Żaneta Wójcik Studio",
                                    "zaneta@wojcik-studio.example",
                                    "EUR",
                                    "Starter")
                            .at(address("ul. Świętokrzyska 7", "Łódź", null, "90-001", "PL"), null)
                            .with("Extra mailbox")
                            .pays(PAYS_BY_TRANSFER, 24, 0)
                            .made(),
                    customer(
                                    "C-1003",
                                    "Καφές Αθήνα Α.Ε.",
                                    "logistirio@kafes-athina.example",
                                    "EUR",
                                    "Business")
                            .at(
                                    address("Οδός Ερμού 25", "Αθήνα", null, "105 63", "GR"),
                                    "EL094259216")
                            .from(1, 15)
                            .pays(PAYS_BY_TRANSFER, 24, 3)
                            .people(ELENI)
                            .made(),
                    customer(
                                    "C-1004",
                                    "Пекарна Северен вятър ООД",
                                    "office@severen-vyatar.example",
                                    "EUR",
                                    "Starter")
                            .at(address("бул. Витоша 18", "София", null, "1000", "BG"), null)
                            .from(1, 1)
                            .made(),
                    customer(
                                    "C-1005",
                                    "Harbour & Finch Ltd",
                                    "accounts@harbourfinch.example",
                                    "GBP",
                                    "Managed server")
                            .at(
                                    address("4 Quay Street", "Bristol", null, "BS1 4DJ", "GB"),
                                    "GB123456782")
                            .with("Daily backup")
                            .pays(PAYS_BY_CARD, 10, 0)
                            .people(GRACE)
                            .made(),
                    customer(
                                    "C-1006",
                                    "Sakura Kobo K.K.",
                                    "keiri@sakurakobo.example",
                                    "JPY",
                                    "Business")
                            .at(
                                    address("1-2-3 Jingumae", "Tokyo", "Shibuya", "150-0001", "JP"),
                                    null)
                            .from(2, 1)
                            .pays(PAYS_BY_CARD, 24, 1)
                            .people(KENJI)
                            .made(),
                    customer(
                                    "C-1007",
                                    "Cascade Outfitters Inc.",
                                    "ap@cascade-outfitters.example",
                                    "USD",
                                    "Managed server")
                            .at(address("811 Pine Street", "Seattle", "WA", "98101", "US"), null)
                            .with("Dedicated IP", "Daily backup")
                            .pays(PAYS_BY_CARD, 24, 0)
                            .made(),
                    customer(
                                    "C-1008",
                                    "Prairie Ledger LLC",
                                    "books@prairieledger.example",
                                    "USD",
                                    "Enterprise, yearly")
                            .at(address("22 Commerce Row", "Austin", "TX", "78701", "US"), null)
                            .from(3, 15)
                            .pays(PAYS_BY_TRANSFER, 10, 0)
                            .made(),
                    customer(
                                    "C-1009",
                                    "Müller & Söhne OHG",
                                    "buchhaltung@mueller-soehne.example",
                                    "EUR",
                                    "Managed server")
                            .at(
                                    address("Große Bleichen 30", "Hamburg", null, "20354", "DE"),
                                    "DE 811 569 869")
                            .from(0, 15)
                            .pays(PAYS_BY_TRANSFER, 10, 1)
                            .made(),
                    customer(
                                    "C-1010",
                                    "Atelier Brûlé SARL",
                                    "compta@atelier-brule.example",
                                    "EUR",
                                    "Business")
                            .at(address("18 rue de l'Église", "Lyon", null, "69002", "FR"), null)
                            .with("Extra mailbox")
                            .from(2, 15)
                            .made(),
                    customer(
                                    "C-1011",
                                    "Open Garden e.V.",
                                    "verein@open-garden.example",
                                    "EUR",
                                    "Starter")
                            .at(address("Gartenweg 3", "Leipzig", null, "04103", "DE"), null)
                            .free()
                            .from(2, 1)
                            .made(),
                    customer("C-1012", "Blue Kettle Tea Co.", null, "GBP", "Starter")
                            .at(address("9 Mill Lane", "Leeds", null, "LS1 3AB", "GB"), null)
                            .from(4, 1)
                            .pays(PAYS_BY_TRANSFER, 24, 0)
                            .made());

    private static Draft customer(
            String externalId, String name, @Nullable String email, String currency, String plan) {
        return new Draft(externalId, name, email, currency, plan);
    }

    private static Address address(
            String line1, String city, @Nullable String region, String postalCode, String country) {
        return new Address(null, line1, null, city, region, postalCode, country);
    }

    /** A customer being described. */
    final class Draft {
        private final String externalId;
        private final String name;
        private final @Nullable String email;
        private final String currency;
        private final String plan;
        private Address address = new Address(null, "", null, "", null, null, "DE");
        private @Nullable String taxId;
        private List<String> addons = List.of();
        private PaymentKind kind = PaymentKind.INVOICE;
        private int monthsLater;
        private int startDay = 1;
        private Habit habit = NEVER_PAYS;
        private int payDay = 24;
        private int monthsBehind;
        private List<Person> people = List.of();

        private Draft(
                String externalId,
                String name,
                @Nullable String email,
                String currency,
                String plan) {
            this.externalId = externalId;
            this.name = name;
            this.email = email;
            this.currency = currency;
            this.plan = plan;
        }

        Draft at(Address lives, @Nullable String tax) {
            address = lives;
            taxId = tax;
            return this;
        }

        Draft with(String... wanted) {
            addons = List.of(wanted);
            return this;
        }

        Draft from(int months, int day) {
            monthsLater = months;
            startDay = day;
            return this;
        }

        Draft pays(Habit how, int day, int behind) {
            habit = how;
            payDay = day;
            monthsBehind = behind;
            kind = how == PAYS_BY_CARD ? PaymentKind.CARD : PaymentKind.INVOICE;
            return this;
        }

        Draft free() {
            kind = PaymentKind.FREE;
            return this;
        }

        Draft people(Person... persons) {
            people = List.of(persons);
            return this;
        }

        DemoCustomer made() {
            return new DemoCustomer(
                    externalId,
                    name,
                    email,
                    address,
                    taxId,
                    kind,
                    currency,
                    plan,
                    addons,
                    monthsLater,
                    startDay,
                    habit,
                    payDay,
                    monthsBehind,
                    people);
        }
    }
}

import type { NavigationGroup, NavigationItem } from "@quittance/ui/Navigation.tsx";
import IconAddressBook from "@tabler/icons-react/icons/IconAddressBook";
import IconBuilding from "@tabler/icons-react/icons/IconBuilding";
import IconChartBar from "@tabler/icons-react/icons/IconChartBar";
import IconClock from "@tabler/icons-react/icons/IconClock";
import IconCoins from "@tabler/icons-react/icons/IconCoins";
import IconFileImport from "@tabler/icons-react/icons/IconFileImport";
import IconFileInvoice from "@tabler/icons-react/icons/IconFileInvoice";
import IconKey from "@tabler/icons-react/icons/IconKey";
import IconLock from "@tabler/icons-react/icons/IconLock";
import IconMail from "@tabler/icons-react/icons/IconMail";
import IconPackage from "@tabler/icons-react/icons/IconPackage";
import IconPlayerPlay from "@tabler/icons-react/icons/IconPlayerPlay";
import IconPuzzle from "@tabler/icons-react/icons/IconPuzzle";
import IconReceiptTax from "@tabler/icons-react/icons/IconReceiptTax";
import IconRepeat from "@tabler/icons-react/icons/IconRepeat";
import IconTags from "@tabler/icons-react/icons/IconTags";
import IconUsers from "@tabler/icons-react/icons/IconUsers";
import type { Permission } from "../gql/graphql.ts";

/** A page and the permission without which it shows nothing. */
type Guarded = NavigationItem & { needs: Permission };

const groups: readonly { label?: string; items: readonly Guarded[] }[] = [
  {
    items: [
      { label: "Overview", href: "/", icon: IconChartBar, needs: "STAFF" },
      { label: "Customers", href: "/customers", icon: IconAddressBook, needs: "CUSTOMER_READ" },
    ],
  },
  {
    label: "Billing",
    items: [
      { label: "Subscriptions", href: "/subscriptions", icon: IconRepeat, needs: "SUBSCRIPTION_READ" },
      { label: "Invoices", href: "/invoices", icon: IconFileInvoice, needs: "INVOICE_READ" },
      { label: "Payments", href: "/payments", icon: IconCoins, needs: "PAYMENT_READ" },
      { label: "Bill run", href: "/bill-run", icon: IconPlayerPlay, needs: "BILLING_READ" },
    ],
  },
  {
    label: "Catalog",
    items: [
      { label: "Plans", href: "/plans", icon: IconTags, needs: "CATALOG_READ" },
      { label: "Products", href: "/products", icon: IconPackage, needs: "CATALOG_READ" },
      { label: "Addons", href: "/addons", icon: IconPuzzle, needs: "CATALOG_READ" },
    ],
  },
  {
    label: "Data",
    items: [{ label: "Import", href: "/import", icon: IconFileImport, needs: "IMPORT" }],
  },
  {
    label: "Settings",
    items: [
      { label: "Organisation", href: "/settings/organisation", icon: IconBuilding, needs: "SETTINGS_READ" },
      { label: "Tax", href: "/settings/tax", icon: IconReceiptTax, needs: "SETTINGS_READ" },
      { label: "Users", href: "/settings/users", icon: IconUsers, needs: "USERS_MANAGE" },
      { label: "API clients", href: "/settings/api-clients", icon: IconKey, needs: "USERS_MANAGE" },
      { label: "Mail log", href: "/settings/mail", icon: IconMail, needs: "MAIL_READ" },
      { label: "Clock", href: "/settings/clock", icon: IconClock, needs: "STAFF" },
    ],
  },
];

/** The console's pages, in the order of the side bar; only those that show the viewer something. */
export function navigationFor(permissions: readonly Permission[]): readonly NavigationGroup[] {
  return groups.map(({ items, ...group }) => ({
    ...group,
    // Whoever is in the console is staff, whether or not the permission is listed.
    items: items.filter(({ needs }) => needs === "STAFF" || permissions.includes(needs)),
  }));
}

/** What the account menu offers besides theme and sign-out. */
export const accountPages: readonly NavigationItem[] = [
  { label: "Change password", href: "/account/password", icon: IconLock },
];

import type { NavigationGroup, NavigationItem } from "@quittance/ui/Navigation.tsx";
import IconActivity from "@tabler/icons-react/icons/IconActivity";
import IconAddressBook from "@tabler/icons-react/icons/IconAddressBook";
import IconBellRinging from "@tabler/icons-react/icons/IconBellRinging";
import IconBuildingBank from "@tabler/icons-react/icons/IconBuildingBank";
import IconBook2 from "@tabler/icons-react/icons/IconBook2";
import IconBuilding from "@tabler/icons-react/icons/IconBuilding";
import IconCash from "@tabler/icons-react/icons/IconCash";
import IconCalendarX from "@tabler/icons-react/icons/IconCalendarX";
import IconChartBar from "@tabler/icons-react/icons/IconChartBar";
import IconClock from "@tabler/icons-react/icons/IconClock";
import IconCoins from "@tabler/icons-react/icons/IconCoins";
import IconDiscount from "@tabler/icons-react/icons/IconDiscount";
import IconFileDollar from "@tabler/icons-react/icons/IconFileDollar";
import IconFileExport from "@tabler/icons-react/icons/IconFileExport";
import IconTransferIn from "@tabler/icons-react/icons/IconTransferIn";
import IconFileImport from "@tabler/icons-react/icons/IconFileImport";
import IconFileMinus from "@tabler/icons-react/icons/IconFileMinus";
import IconGavel from "@tabler/icons-react/icons/IconGavel";
import IconHash from "@tabler/icons-react/icons/IconHash";
import IconFileInvoice from "@tabler/icons-react/icons/IconFileInvoice";
import IconKey from "@tabler/icons-react/icons/IconKey";
import IconListCheck from "@tabler/icons-react/icons/IconListCheck";
import IconListDetails from "@tabler/icons-react/icons/IconListDetails";
import IconLock from "@tabler/icons-react/icons/IconLock";
import IconMail from "@tabler/icons-react/icons/IconMail";
import IconMessageOff from "@tabler/icons-react/icons/IconMessageOff";
import IconPackage from "@tabler/icons-react/icons/IconPackage";
import IconPlayerPlay from "@tabler/icons-react/icons/IconPlayerPlay";
import IconPuzzle from "@tabler/icons-react/icons/IconPuzzle";
import IconPlayerPause from "@tabler/icons-react/icons/IconPlayerPause";
import IconReceiptRefund from "@tabler/icons-react/icons/IconReceiptRefund";
import IconCreditCardOff from "@tabler/icons-react/icons/IconCreditCardOff";
import IconCurrency from "@tabler/icons-react/icons/IconCurrency";
import IconReceiptTax from "@tabler/icons-react/icons/IconReceiptTax";
import IconRepeat from "@tabler/icons-react/icons/IconRepeat";
import IconReportMoney from "@tabler/icons-react/icons/IconReportMoney";
import IconScale from "@tabler/icons-react/icons/IconScale";
import IconTags from "@tabler/icons-react/icons/IconTags";
import IconToggleLeft from "@tabler/icons-react/icons/IconToggleLeft";
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
      { label: "Credit notes", href: "/credit-notes", icon: IconFileMinus, needs: "INVOICE_READ" },
      { label: "Payments", href: "/payments", icon: IconCoins, needs: "PAYMENT_READ" },
      {
        label: "Failed charges",
        href: "/failed-charges",
        icon: IconCreditCardOff,
        needs: "PAYMENT_READ",
      },
      { label: "Refunds", href: "/refunds", icon: IconReceiptRefund, needs: "PAYMENT_READ" },
      { label: "Disputes", href: "/disputes", icon: IconGavel, needs: "PAYMENT_READ" },
      { label: "Payouts", href: "/payouts", icon: IconBuildingBank, needs: "PAYMENT_READ" },
      {
        label: "Bank statements",
        href: "/bank-statements",
        icon: IconFileDollar,
        needs: "PAYMENT_READ",
      },
      { label: "Bill run", href: "/bill-run", icon: IconPlayerPlay, needs: "BILLING_READ" },
    ],
  },
  {
    label: "Catalog",
    items: [
      { label: "Plans", href: "/plans", icon: IconTags, needs: "CATALOG_READ" },
      { label: "Products", href: "/products", icon: IconPackage, needs: "CATALOG_READ" },
      { label: "Addons", href: "/addons", icon: IconPuzzle, needs: "CATALOG_READ" },
      { label: "Coupons", href: "/coupons", icon: IconDiscount, needs: "CATALOG_READ" },
    ],
  },
  {
    label: "Books",
    items: [
      { label: "Trial balance", href: "/books/trial-balance", icon: IconScale, needs: "REPORT_READ" },
      { label: "Account ledger", href: "/books/ledger", icon: IconBook2, needs: "REPORT_READ" },
      { label: "Tax report", href: "/books/tax", icon: IconReportMoney, needs: "REPORT_READ" },
      { label: "Journal export", href: "/books/export", icon: IconFileExport, needs: "REPORT_READ" },
      { label: "Closed months", href: "/books/closing", icon: IconCalendarX, needs: "REPORT_READ" },
      { label: "Books check", href: "/books/check", icon: IconListCheck, needs: "REPORT_READ" },
    ],
  },
  {
    label: "Data",
    items: [
      { label: "Import", href: "/import", icon: IconFileImport, needs: "IMPORT" },
      { label: "Take-over", href: "/take-over", icon: IconTransferIn, needs: "IMPORT" },
    ],
  },
  {
    label: "Settings",
    items: [
      { label: "Organisation", href: "/settings/organisation", icon: IconBuilding, needs: "SETTINGS_READ" },
      {
        label: "Customer portal",
        href: "/settings/portal",
        icon: IconToggleLeft,
        needs: "SETTINGS_READ",
      },
      { label: "Taxes", href: "/settings/tax", icon: IconReceiptTax, needs: "SETTINGS_READ" },
      {
        label: "Exchange rates",
        href: "/settings/exchange-rates",
        icon: IconCurrency,
        needs: "SETTINGS_READ",
      },
      { label: "Numbers", href: "/settings/numbers", icon: IconHash, needs: "SETTINGS_READ" },
      { label: "Payments", href: "/settings/payments", icon: IconCash, needs: "SETTINGS_READ" },
      {
        label: "Unpaid invoices",
        href: "/settings/unpaid",
        icon: IconBellRinging,
        needs: "SETTINGS_READ",
      },
      {
        label: "Statements",
        href: "/settings/statements",
        icon: IconListDetails,
        needs: "SETTINGS_READ",
      },
      {
        label: "Pausing and cancelling",
        href: "/settings/subscriptions",
        icon: IconPlayerPause,
        needs: "SETTINGS_READ",
      },
      {
        label: "Cancel reasons",
        href: "/settings/cancel-reasons",
        icon: IconMessageOff,
        needs: "CATALOG_READ",
      },
      { label: "Users", href: "/settings/users", icon: IconUsers, needs: "USERS_MANAGE" },
      { label: "API clients", href: "/settings/api-clients", icon: IconKey, needs: "USERS_MANAGE" },
      { label: "Mail log", href: "/settings/mail", icon: IconMail, needs: "MAIL_READ" },
      { label: "Operations", href: "/settings/operations", icon: IconActivity, needs: "OPERATIONS_READ" },
      { label: "Clock", href: "/settings/clock", icon: IconClock, needs: "STAFF" },
    ],
  },
];

/**
 * The console's pages, in the order of the side bar; only those that show the viewer something. Says at Operations how
 * much is parked there.
 */
export function navigationFor(
  permissions: readonly Permission[],
  parked: number,
): readonly NavigationGroup[] {
  return groups.map(({ items, ...group }) => ({
    ...group,
    // Whoever is in the console is staff, whether or not the permission is listed.
    items: items
      .filter(({ needs }) => needs === "STAFF" || permissions.includes(needs))
      .map((item) =>
        item.needs === "OPERATIONS_READ" ? { ...item, waiting: { count: parked, as: "parked" } } : item,
      ),
  }));
}

/** What the account menu offers besides theme and sign-out. */
export const accountPages: readonly NavigationItem[] = [
  { label: "Change password", href: "/account/password", icon: IconLock },
];

import type { NavigationGroup, NavigationItem } from "@quittance/ui/Navigation.tsx";
import IconCreditCard from "@tabler/icons-react/icons/IconCreditCard";
import IconCoins from "@tabler/icons-react/icons/IconCoins";
import IconFileInvoice from "@tabler/icons-react/icons/IconFileInvoice";
import IconFileMinus from "@tabler/icons-react/icons/IconFileMinus";
import IconHome from "@tabler/icons-react/icons/IconHome";
import IconListDetails from "@tabler/icons-react/icons/IconListDetails";
import IconLock from "@tabler/icons-react/icons/IconLock";
import IconRepeat from "@tabler/icons-react/icons/IconRepeat";
import IconWallet from "@tabler/icons-react/icons/IconWallet";
import type { PortalSwitch } from "../gql/graphql.ts";

/** A page and the switch without which it is not shown. */
type Switched = NavigationItem & { shownBy?: PortalSwitch };

const pages: readonly Switched[] = [
  { label: "Home", href: "/", icon: IconHome },
  { label: "Subscriptions", href: "/subscriptions", icon: IconRepeat, shownBy: "SUBSCRIPTIONS" },
  { label: "Invoices", href: "/invoices", icon: IconFileInvoice, shownBy: "INVOICES" },
  { label: "Credit notes", href: "/credit-notes", icon: IconFileMinus, shownBy: "CREDIT_NOTES" },
  { label: "Payments", href: "/payments", icon: IconCoins, shownBy: "PAYMENTS" },
  { label: "Statements", href: "/statements", icon: IconListDetails, shownBy: "STATEMENTS" },
  { label: "Available credit", href: "/credits", icon: IconWallet, shownBy: "CREDIT" },
];

/** The portal's pages, in the order of the side bar; only those that the organisation shows this customer. */
export function navigationFor(isOn: (by: PortalSwitch) => boolean): readonly NavigationGroup[] {
  return [{ items: shown(pages, isOn) }, { label: "Account", items: accountPagesFor(isOn) }];
}

const accountPages: readonly Switched[] = [
  { label: "Payment methods", href: "/account/payment-methods", icon: IconCreditCard, shownBy: "DETAILS" },
  { label: "Change password", href: "/account/password", icon: IconLock },
];

/** What the account menu offers besides theme and sign-out. */
export function accountPagesFor(isOn: (by: PortalSwitch) => boolean): readonly NavigationItem[] {
  return shown(accountPages, isOn);
}

function shown(all: readonly Switched[], isOn: (by: PortalSwitch) => boolean): readonly NavigationItem[] {
  return all.filter(({ shownBy }) => shownBy === undefined || isOn(shownBy));
}

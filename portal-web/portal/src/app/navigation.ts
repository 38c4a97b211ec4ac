import type { NavigationGroup, NavigationItem } from "@quittance/ui/Navigation.tsx";
import IconCoins from "@tabler/icons-react/icons/IconCoins";
import IconFileInvoice from "@tabler/icons-react/icons/IconFileInvoice";
import IconFileMinus from "@tabler/icons-react/icons/IconFileMinus";
import IconHome from "@tabler/icons-react/icons/IconHome";
import IconListDetails from "@tabler/icons-react/icons/IconListDetails";
import IconLock from "@tabler/icons-react/icons/IconLock";
import IconRepeat from "@tabler/icons-react/icons/IconRepeat";
import IconWallet from "@tabler/icons-react/icons/IconWallet";

/** The portal's pages, in the order of the side bar. */
export const navigation: readonly NavigationGroup[] = [
  {
    items: [
      { label: "Home", href: "/", icon: IconHome },
      { label: "Subscriptions", href: "/subscriptions", icon: IconRepeat },
      { label: "Invoices", href: "/invoices", icon: IconFileInvoice },
      { label: "Credit notes", href: "/credit-notes", icon: IconFileMinus },
      { label: "Payments", href: "/payments", icon: IconCoins },
      { label: "Statements", href: "/statements", icon: IconListDetails },
      { label: "Available credit", href: "/credits", icon: IconWallet },
    ],
  },
  { label: "Account", items: [{ label: "Change password", href: "/account/password", icon: IconLock }] },
];

/** What the account menu offers besides theme and sign-out. */
export const accountPages: readonly NavigationItem[] = [
  { label: "Change password", href: "/account/password", icon: IconLock },
];

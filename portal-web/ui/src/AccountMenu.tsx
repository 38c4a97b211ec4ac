import { Menu, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import IconChevronDown from "@tabler/icons-react/icons/IconChevronDown";
import IconDevices from "@tabler/icons-react/icons/IconDevices";
import IconLogout from "@tabler/icons-react/icons/IconLogout";
import { Link } from "wouter";
import styles from "./AccountMenu.module.css";
import type { NavigationItem } from "./Navigation.tsx";

type Props = {
  name: string;
  email?: string | null;
  /** Pages about the account itself, such as Change password. */
  items: readonly NavigationItem[];
  onSignOut: () => void;
  onSignOutEverywhere: () => void;
};

/** Who is signed in, light or dark, and the ways out. */
export function AccountMenu({ name, email, items, onSignOut, onSignOutEverywhere }: Props) {
  return (
    <Menu width={264}>
      <Menu.Target>
        <button type="button" className={styles.trigger} aria-label={`Account of ${name}`}>
          <span className={styles.initials} aria-hidden="true">
            {initials(name)}
          </span>
          <span className={styles.name}>{name}</span>
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.person}>
          <b>{name}</b>
          {email && <span>{email}</span>}
        </div>
        <Menu.Divider />
        <ThemeChoice />
        <Menu.Divider />
        {items.map(({ label, href, icon: Icon }) => (
          <Menu.Item key={href} component={Link} href={href} leftSection={<Icon size={18} aria-hidden />}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconDevices size={18} aria-hidden />} onClick={onSignOutEverywhere}>
          Sign out everywhere
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Light, dark, or whatever the system says; the browser remembers it. */
function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(choice) => setColorScheme(choice as MantineColorScheme)}>
      <Menu.Label>Theme</Menu.Label>
      <Menu.RadioItem value="auto">Like the system</Menu.RadioItem>
      <Menu.RadioItem value="light">Light</Menu.RadioItem>
      <Menu.RadioItem value="dark">Dark</Menu.RadioItem>
    </Menu.RadioGroup>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

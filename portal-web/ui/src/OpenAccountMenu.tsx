import { Menu, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import IconDevices from "@tabler/icons-react/icons/IconDevices";
import IconLogout from "@tabler/icons-react/icons/IconLogout";
import IconSwitchHorizontal from "@tabler/icons-react/icons/IconSwitchHorizontal";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Account } from "./AccountMenu.tsx";
import styles from "./AccountMenu.module.css";
import { AccountButton } from "./AccountButton.tsx";

/** The menu itself. It is made when somebody asked for it, and opens at once. */
export default function OpenAccountMenu(account: Account) {
  const { name, email, items, others, onSignOut, onSignOutEverywhere } = account;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The focus first: it is where the menu gives it back to.
    button.current?.focus();
    button.current?.click();
  }, []);
  return (
    <Menu width={264}>
      <Menu.Target>
        <AccountButton ref={button} name={name} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={styles.person ?? ""}>
          <b>{name}</b>
          {email && <span>{email}</span>}
        </Menu.Label>
        <Menu.Divider />
        {others && others.choices.length > 0 && <Others {...others} />}
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

/** Leads to another customer of the same person. */
function Others({ label, choices, onChoose }: NonNullable<Account["others"]>) {
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {choices.map(({ id, name }) => (
        <Menu.Item
          key={id}
          leftSection={<IconSwitchHorizontal size={18} aria-hidden />}
          onClick={() => onChoose(id)}
        >
          {name}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
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

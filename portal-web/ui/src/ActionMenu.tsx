import { ActionIcon, Menu } from "@mantine/core";
import IconDots from "@tabler/icons-react/icons/IconDots";
import type { Icon } from "./Badge.tsx";

export type Action = {
  label: string;
  icon?: Icon;
  /** Takes something away: shown in red, last. */
  danger?: boolean;
  /** A file or a page outside of the app. */
  href?: string;
  onSelect?: () => void;
};

type Props = {
  /** What the menu acts on: "More actions for INV-2027-000042". */
  label: string;
  actions: readonly Action[];
};

/** What is possible now, behind three dots. Nothing possible, no dots. */
export function ActionMenu({ label, actions }: Props) {
  if (actions.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={label}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Item key={action.label} {...action} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Item({ label, icon: Icon, danger = false, href, onSelect }: Action) {
  const look = {
    ...(danger && { color: "var(--negative-ink)" }),
    ...(Icon && { leftSection: <Icon size={18} aria-hidden /> }),
  };
  return href ? (
    <Menu.Item component="a" href={href} {...look}>
      {label}
    </Menu.Item>
  ) : (
    <Menu.Item {...look} {...(onSelect && { onClick: onSelect })}>
      {label}
    </Menu.Item>
  );
}

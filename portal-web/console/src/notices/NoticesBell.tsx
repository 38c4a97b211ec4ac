import { ActionIcon } from "@mantine/core";
import IconBell from "@tabler/icons-react/icons/IconBell";
import { Link } from "wouter";
import { useMay } from "../app/viewer.ts";
import styles from "./NoticesBell.module.css";
import { useUnreadNotices } from "./unreadNotices.ts";

/** Leads to the notices, and says how many are not read yet. */
export function NoticesBell() {
  const unread = useUnreadNotices();
  if (!useMay("PAYMENT_READ")) return null;
  const shown = unread > 99 ? "99+" : String(unread);
  return (
    <span className={styles.bell}>
      <ActionIcon
        component={Link}
        href="/notices"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={unread === 0 ? "Notices" : `Notices, ${shown} unread`}
      >
        <IconBell size={20} stroke={1.75} aria-hidden />
      </ActionIcon>
      {unread > 0 && (
        <span className={styles.count} aria-hidden>
          {shown}
        </span>
      )}
    </span>
  );
}

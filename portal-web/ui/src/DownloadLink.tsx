import { Button } from "@mantine/core";
import IconDownload from "@tabler/icons-react/icons/IconDownload";

type Props = {
  /** A link that the server gave; it holds for five minutes. */
  href: string;
  /** What comes: "Download PDF". */
  children: string;
  /** Only the words, within a row or a menu of facts. */
  quiet?: boolean;
};

/** Leads to a document. It opens in a tab of its own, so that the page and its place stay. */
export function DownloadLink({ href, children, quiet = false }: Props) {
  return (
    <Button
      component="a"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      variant={quiet ? "subtle" : "default"}
      leftSection={<IconDownload size={18} aria-hidden />}
    >
      {children}
    </Button>
  );
}

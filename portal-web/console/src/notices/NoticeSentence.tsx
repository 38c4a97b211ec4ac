import { Badge } from "@quittance/ui/Badge.tsx";
import IconCircleCheck from "@tabler/icons-react/icons/IconCircleCheck";
import IconCircleX from "@tabler/icons-react/icons/IconCircleX";
import IconGavel from "@tabler/icons-react/icons/IconGavel";
import IconReceiptRefund from "@tabler/icons-react/icons/IconReceiptRefund";
import type { NoticeKind } from "../gql/graphql.ts";

const kinds = {
  PAYMENT_RECEIVED: { text: "Payment received", tone: "positive", icon: IconCircleCheck },
  PAYMENT_FAILED: { text: "Payment failed", tone: "negative", icon: IconCircleX },
  PAYMENT_DISPUTED: { text: "Payment disputed", tone: "attention", icon: IconGavel },
  REFUND_FOUND: { text: "Refunded at the gateway", tone: "attention", icon: IconReceiptRefund },
} as const;

type Props = { kind: NoticeKind; reason?: string | null; read: boolean };

/** What happened, and why; bold until it is read. */
export function NoticeSentence({ kind, reason, read }: Props) {
  const { text, tone, icon } = kinds[kind];
  return (
    <span style={{ fontWeight: read ? 400 : 600 }}>
      <Badge tone={tone} icon={icon}>
        {text}
      </Badge>
      {!read && <span className="visually-hidden"> (unread)</span>}
      {reason && <span style={{ color: "var(--ink-soft)" }}> {reason}</span>}
    </span>
  );
}

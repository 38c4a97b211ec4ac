import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import type { ReactNode } from "react";
import { ParkedDeliveries } from "./ParkedDeliveries.tsx";
import { ParkedGatewayEvents } from "./ParkedGatewayEvents.tsx";
import { useParked } from "./parkedCount.ts";

/** What the installation could not do by itself and leaves to a person. */
export default function OperationsPage() {
  const { deliveries, events } = useParked();
  return (
    <>
      <PageTitle title="Operations" note="What failed ten times is parked here and waits for a person." />
      <Part
        title="Deliveries"
        note={
          deliveries === 0
            ? "What happened, told to whoever does something about it."
            : `${deliveries.toLocaleString()} parked. Later events of the same customer wait behind each.`
        }
      >
        <ParkedDeliveries />
      </Part>
      <Part
        title="Events of card processors"
        note={
          events === 0
            ? "What card processors tell by webhooks."
            : `${events.toLocaleString()} parked. Nothing waits behind them.`
        }
      >
        <ParkedGatewayEvents />
      </Part>
    </>
  );
}

type PartProps = { title: string; note: string; children: ReactNode };

function Part({ title, note, children }: PartProps) {
  return (
    <section aria-label={title} style={{ marginBottom: "calc(2 * var(--gap))" }}>
      <h2 style={{ margin: "0 0 4px", fontSize: 18 }}>{title}</h2>
      <p style={{ margin: "0 0 var(--gap)", color: "var(--ink-soft)" }}>{note}</p>
      {children}
    </section>
  );
}

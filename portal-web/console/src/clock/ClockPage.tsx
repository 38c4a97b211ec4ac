import { Button } from "@mantine/core";
import { Day, Moment, dayText, daysBetween } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { ProgressBar } from "@quittance/ui/ProgressBar.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useLiveClock } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { ClockPageQuery as Answer } from "../gql/graphql.ts";
import { addDays, addMonths } from "./days.ts";

const ClockPageQuery = graphql(`
  query ClockPage {
    clock {
      today
      now
      movable
      movingTo
      workDoneThrough
    }
  }
`);

const MoveClock = graphql(`
  mutation MoveClock($input: MoveClockInput!) {
    moveClock(input: $input) {
      __typename
      ... on ClockMoving {
        clock {
          today
          movingTo
        }
      }
      ... on ClockNotMovable {
        message
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

const NextInvoiceDay = graphql(`
  query NextInvoiceDay {
    clock {
      nextInvoiceOn
    }
  }
`);

/** The business clock; in a sandbox it can be moved, and due work catches up day by day. */
export default function ClockPage() {
  const [{ data, error }, ask] = useQuery({ query: ClockPageQuery });
  useLiveClock();
  if (error && !data)
    return (
      <Failure
        what="The clock could not be read."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  return (
    <>
      <PageTitle title="Clock" />
      {data ? <Shown clock={data.clock} /> : <LoadingCard lines={4} />}
    </>
  );
}

type Clock = Answer["clock"];

function Shown({ clock }: { clock: Clock }) {
  const mayMove = useMay("CLOCK_MOVE");
  return (
    <div style={{ display: "grid", gap: "var(--gap)", maxWidth: 720 }}>
      <Section title="Business day">
        <Facts
          facts={[
            { label: "Today", value: <Day value={clock.today} /> },
            { label: "Business time", value: <Moment value={clock.now} /> },
            {
              label: "Nightly work is done through",
              value: clock.workDoneThrough && <Day value={clock.workDoneThrough} />,
            },
          ]}
        />
      </Section>
      {clock.movingTo && <Moving clock={clock} movingTo={clock.movingTo} />}
      {!clock.movable && (
        <Notice quiet>This is a live installation: the clock follows real time and can't be moved.</Notice>
      )}
      {clock.movable && mayMove && !clock.movingTo && <MoveForm today={clock.today} />}
    </div>
  );
}

function Moving({ clock: { today }, movingTo }: { clock: Clock; movingTo: string }) {
  const [start] = useState(today);
  return (
    <Section title="The clock is on its way">
      <ProgressBar
        label={`To ${dayText(movingTo)}, day by day`}
        done={daysBetween(start, today)}
        total={daysBetween(start, movingTo)}
        unit="days"
      />
    </Section>
  );
}

function MoveForm({ today }: { today: string }) {
  const [{ fetching }, move] = useMutation(MoveClock);
  const [{ data: bills, fetching: looking }] = useQuery({
    query: NextInvoiceDay,
    requestPolicy: "network-only",
  });
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const to = async (day: string) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await move({ input: { to: day } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "The clock was not moved.");
    switch (data.moveClock.__typename) {
      case "ClockMoving":
        return;
      case "ClockNotMovable":
        return setRefusal(data.moveClock.message);
      case "InvalidInput":
        return setFaults(data.moveClock.fields);
    }
  };
  const steps = [
    { label: "Tomorrow", day: addDays(today, 1) },
    { label: "In a week", day: addDays(today, 7) },
    { label: "In a month", day: addMonths(today, 1) },
  ];
  const nextInvoiceOn = bills?.clock.nextInvoiceOn;
  return (
    <Section title="Move the clock">
      <p style={{ marginBottom: 16 }}>
        Renewals, invoices and mails of every day on the way are made as if the days had passed. It
        can&rsquo;t be moved back.
      </p>
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8, marginBottom: 16 }}>
        {steps.map(({ label, day }) => (
          <Button key={label} variant="default" disabled={fetching} onClick={() => void to(day)}>
            {label}
          </Button>
        ))}
        <Button
          variant="default"
          loading={looking}
          disabled={fetching || !nextInvoiceOn}
          onClick={() => void (nextInvoiceOn && to(nextInvoiceOn))}
        >
          {bills && !nextInvoiceOn
            ? "No invoice is coming"
            : `Until the next invoice${nextInvoiceOn ? `, ${dayText(nextInvoiceOn)}` : ""}`}
        </Button>
      </div>
      <Form
        submit="Move the clock"
        onSubmit={(values) => to(values.text("to"))}
        {...(faults && { faults })}
        refusal={refusal}
      >
        <DayField path="to" label="To the day" required min={today} value={addMonths(today, 1)} />
      </Form>
    </Section>
  );
}

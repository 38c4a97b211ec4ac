import { CreditedLine } from "@quittance/shared/documents/CreditedLine.tsx";
import styles from "@quittance/shared/documents/CreditedLine.module.css";
import { isZero } from "@quittance/ui/Money.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { Sum } from "@quittance/ui/Sum.tsx";

const CreditPreviewFields = graphql(`
  fragment CreditPreviewShown on CreditPreview {
    net {
      amount
      currency
    }
    total {
      amount
      currency
    }
    settles {
      amount
      currency
    }
    toAccount {
      amount
      currency
    }
    undone {
      amount
      currency
    }
    rounding {
      amount
      currency
    }
    taxRows {
      label
      tax {
        amount
        currency
      }
    }
    lines {
      description
      net {
        amount
        currency
      }
      period {
        start
        end
      }
      explanation
    }
  }
`);

type Props = { preview: FragmentType<typeof CreditPreviewFields>; title: string };

/** What is given back, each amount with its reasons, and where it goes. */
export function CreditPreviewView({ preview, title }: Props) {
  const shown = getFragmentData(CreditPreviewFields, preview);
  const { lines, net, taxRows, rounding, total, settles, toAccount, undone } = shown;
  return (
    <section aria-label={title} className={styles.lines}>
      {lines.map((line, i) => (
        <CreditedLine key={i} line={line} />
      ))}
      <dl className={styles.sums}>
        <Sum label="Net" value={net} />
        {taxRows.map(({ label, tax }) => (
          <Sum key={label} label={label} value={tax} />
        ))}
        {!isZero(rounding) && <Sum label="Rounding" value={rounding} />}
        <Sum label={title} value={total} strong />
        {!isZero(settles) && <Sum label="Settles the invoice" value={settles} />}
        {!isZero(toAccount) && <Sum label="Becomes account credit" value={toAccount} />}
        {!isZero(undone) && <Sum label="Paid before, becomes account credit" value={undone} />}
      </dl>
    </section>
  );
}

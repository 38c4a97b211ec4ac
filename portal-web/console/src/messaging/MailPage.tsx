import { Moment } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import styles from "./MailPage.module.css";
import { RetryMail } from "./RetryMail.tsx";

const MailPageQuery = graphql(`
  query MailPage($id: ID!) {
    mail(id: $id) {
      id
      to
      subject
      text
      status
      failure
      createdAt
      sentAt
      attachments {
        fileName
        size
        url
      }
      customer {
        id
        name
      }
      invoice {
        id
        number
      }
    }
  }
`);

/** One mail as it was written. */
export default function MailPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: MailPageQuery, variables: { id: params.id } });
  const mayRetry = useMay("INVOICE_WRITE");
  if (isNotFound(error) || data?.mail === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The mail could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.mail) return <LoadingThing label="Loading the mail" />;
  const { mail } = data;
  return (
    <ThingPage
      back={{ label: "Mail log", href: "/settings/mail" }}
      title={mail.subject}
      status={<StatusBadge status={mail.status} />}
      primary={mayRetry && mail.status === "FAILED" && <RetryMail id={mail.id} />}
      note={`to ${mail.to.join(", ")}`}
      banner={
        mail.failure && (
          <Notice quiet tone="negative" title="The mail server refused it.">
            {mail.failure}
          </Notice>
        )
      }
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Written", value: <Moment value={mail.createdAt} /> },
              { label: "Sent", value: mail.sentAt && <Moment value={mail.sentAt} /> },
              {
                label: "Customer",
                value: mail.customer && (
                  <Link href={`/customers/${mail.customer.id}`}>{mail.customer.name}</Link>
                ),
              },
              {
                label: "Invoice",
                value: mail.invoice && (
                  <Link href={`/invoices/${mail.invoice.id}`}>{mail.invoice.number}</Link>
                ),
              },
            ]}
          />
          {mail.attachments.map((attachment) => (
            <Attachment key={attachment.fileName} {...attachment} />
          ))}
        </Section>
      }
    >
      <Section title="Message">
        <pre className={styles.text}>{mail.text}</pre>
      </Section>
    </ThingPage>
  );
}

function Attachment({ fileName, size, url }: { fileName: string; size: number; url?: string | null }) {
  const text = `${fileName} (${Math.ceil(size / 1024).toLocaleString()} kB)`;
  return url ? (
    <DownloadLink href={url} quiet>
      {text}
    </DownloadLink>
  ) : (
    <p>{text}</p>
  );
}

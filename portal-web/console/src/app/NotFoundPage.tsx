import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import IconMapOff from "@tabler/icons-react/icons/IconMapOff";

/** For addresses that lead nowhere, and things that are not there or not the viewer's. */
export default function NotFoundPage() {
  return (
    <>
      <PageTitle title="Not found" />
      <EmptyState
        title="There is nothing here"
        icon={IconMapOff}
        action={{ label: "Go to the start", href: "/" }}
      >
        The page may have moved, or it is not yours to see.
      </EmptyState>
    </>
  );
}

import { setAccent } from "@quittance/ui/accent.ts";
import { useEffect } from "react";
import { useQuery } from "urql";
import { graphql, getFragmentData, type FragmentType } from "../gql";

const BrandFields = graphql(`
  fragment Brand on Branding {
    name
    accentColor
    logo
    sandbox
  }
`);

const BrandQuery = graphql(`
  query Brand {
    branding {
      ...Brand
    }
  }
`);

/** Whose portal this is, for pages that strangers see. The page takes on the organisation's colour. */
export function useBrand() {
  const [{ data }] = useQuery({ query: BrandQuery });
  return useAccented(data?.branding);
}

/** The same where a query has it already. */
export function useAccented(branding: FragmentType<typeof BrandFields> | undefined) {
  const brand = getFragmentData(BrandFields, branding);
  const accent = brand?.accentColor;
  useEffect(() => {
    if (accent) setAccent(accent);
  }, [accent]);
  return brand ?? undefined;
}

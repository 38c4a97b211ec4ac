import { useQuery } from "urql";
import { graphql } from "../gql";

const BusinessDayQuery = graphql(`
  query BusinessDay {
    clock {
      today
    }
  }
`);

/** Today as the books count it; undefined until it is known. */
export function useBusinessDay(): string | undefined {
  const [{ data }] = useQuery({ query: BusinessDayQuery });
  return data?.clock.today;
}

import { createElement, type ComponentType } from "react";
import type { PortalSwitch } from "../gql/graphql.ts";
import NotFoundPage from "./NotFoundPage.tsx";
import { useSwitch } from "./viewer.ts";

/** A page that is there only while its switch is on, as if there were none otherwise. */
export function shownBy<Props extends object>(
  by: PortalSwitch,
  Page: ComponentType<Props>,
): ComponentType<Props> {
  return function Shown(props: Props) {
    return useSwitch(by) ? createElement(Page, props) : <NotFoundPage />;
  };
}

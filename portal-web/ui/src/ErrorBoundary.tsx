import { Component, type ReactNode } from "react";
import { Failure } from "./Failure.tsx";

type Props = {
  /** Changes when another page is shown: then it is tried anew. */
  page: string;
  children: ReactNode;
};
type State = { page: string; failed: boolean };

/** Keeps a fault of one page from taking the whole app away. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { page: this.props.page, failed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ page }: Props, state: State): Partial<State> | null {
    return page === state.page ? null : { page, failed: false };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Failure
        what="This page could not be shown."
        fault={{ reason: "It may have been renewed since you opened it. Loading it again usually helps." }}
        onRetry={() => location.reload()}
      />
    );
  }
}

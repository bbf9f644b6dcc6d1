import { Component, type ReactNode } from 'react';
import { CrashPage } from './pages/CrashPage.tsx';

type ErrorBoundaryProps = { children: ReactNode };
type ErrorBoundaryState = { failure?: { error: unknown } };

/** Shows what broke in place of what broke; React has no other way than a class. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {};

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: { error } };
  }

  override render() {
    const { failure } = this.state;
    return failure === undefined ? this.props.children : <CrashPage error={failure.error} />;
  }
}

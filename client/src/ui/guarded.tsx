import { Component, type ReactNode } from 'react';

interface GuardedProps {
  /** What stands in its place. @param again draws it once more */
  instead: (again: () => void) => ReactNode;
  /** What it is drawn from: with another it is tried anew. */
  about?: unknown;
  children: ReactNode;
}

/** A part of a page that may fail to be drawn: what stands around it stays. React knows of no way to say this but a class. */
export class Guarded extends Component<GuardedProps, { about: unknown; hasFailed: boolean }> {
  override state = { about: this.props.about, hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ about }: GuardedProps, state: { about: unknown }) {
    return Object.is(about, state.about) ? null : { about, hasFailed: false };
  }

  again = (): void => this.setState({ hasFailed: false });

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead(this.again) : this.props.children;
  }
}

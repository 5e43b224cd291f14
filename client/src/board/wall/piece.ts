import { createContext } from 'react';

/** What the wall does for the pieces that stand on it. */
export interface Pieces {
  /** Takes a piece's element, to measure and place it; answers the way to let go of it. */
  observe(element: HTMLElement | null): (() => void) | undefined;
  /** How tall an order's piece was when it was last placed, in pixels. */
  heightOf(orderId: string, piece: number): number | undefined;
}

export const PieceContext = createContext<Pieces>({ observe: () => undefined, heightOf: () => undefined });

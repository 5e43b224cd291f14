import { createContext } from 'react';

/** Hands each piece's element to the wall, which measures and places it; answers the way to let go of it. */
export const PieceContext = createContext<(element: HTMLElement | null) => (() => void) | undefined>(() => undefined);

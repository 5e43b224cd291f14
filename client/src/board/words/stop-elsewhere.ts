import type { Order } from '@kasera/shared/order.ts';

/** The STOP cards that are out of sight, the most pressing first, and where a tap leads. */
export interface StopElsewhere {
  /** The first of them. */
  id: string;
  numbers: readonly string[];
  page: number;
}

/**
 * Finds the STOP cards nobody can see: those on another page or below a phone's edge, or all of them while another
 * list is shown.
 * @param main what stands in the columns, in the order of time
 * @param elsewhere the orders on another page than the shown one, each with that page
 */
export function stopsElsewhere(
  main: readonly Order[],
  look: {
    isWallShown: boolean;
    elsewhere: ReadonlyMap<string, number>;
    page: number;
    belowFold?: ReadonlySet<string>;
  },
): StopElsewhere | null {
  const { isWallShown, elsewhere, page, belowFold } = look;
  const isHidden = ({ id }: Order) => !isWallShown || elsewhere.has(id) || belowFold?.has(id);
  const unseen = main.filter((order) => order.stop && isHidden(order));
  const [first] = unseen;
  if (!first) return null;
  return { id: first.id, numbers: unseen.map((order) => order.number), page: elsewhere.get(first.id) ?? page };
}

import type { Order } from '@kasera/shared/order.ts';

/** The STOP cards that are out of sight, the most pressing first, and where a tap leads. */
export interface StopElsewhere {
  numbers: readonly string[];
  page: number;
}

/**
 * Finds the STOP cards nobody can see: those on another page, or all of them while another list is shown.
 * @param main what stands in the columns, in the order of time
 * @param elsewhere the orders on another page than the shown one, each with that page
 */
export function stopsElsewhere(
  main: readonly Order[],
  look: { isWallShown: boolean; elsewhere: ReadonlyMap<string, number>; page: number },
): StopElsewhere | null {
  const { isWallShown, elsewhere, page } = look;
  const unseen = main.filter((order) => order.stop && (!isWallShown || elsewhere.has(order.id)));
  const [first] = unseen;
  if (!first) return null;
  return { numbers: unseen.map((order) => order.number), page: elsewhere.get(first.id) ?? page };
}

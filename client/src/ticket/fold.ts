import { isPartlyDone, type Dish } from './dishes.ts';

/** Which dishes of a ticket stand folded up as "✓ 12 done", and whether somebody looks at them. */
export interface Fold {
  /** The dishes, by key; it only changes while nobody is at the screen, because it moves lines. */
  keys: ReadonlySet<string>;
  isOpen: boolean;
  toggle(): void;
}

export const nothingFolded: Fold = { keys: new Set(), isOpen: false, toggle() {} };

export interface FoldedDishes {
  /** In their places. */
  open: Dish[];
  /** Under the fold. While it is open, what was just unticked there stays there. */
  folded: Dish[];
}

const foldsFrom = 3;

/** The keys of the dishes to fold: all that are done, where they are more than two. */
export function foldable(dishes: readonly Dish[]): string[] {
  const done = dishes.filter((dish) => mayFold(dish) && dish.isDone).map((dish) => dish.key);
  return done.length >= foldsFrom ? done : [];
}

/** Divides the dishes of a ticket. What became open work is in its place at once, unless one looks into the fold. */
export function folded(dishes: readonly Dish[], { keys, isOpen }: Pick<Fold, 'keys' | 'isOpen'>): FoldedDishes {
  const isFolded = (dish: Dish) => keys.has(dish.key) && mayFold(dish) && (isOpen || dish.isDone);
  return { open: dishes.filter((dish) => !isFolded(dish)), folded: dishes.filter(isFolded) };
}

/** Never what changed, and never what still has to be made. */
function mayFold(dish: Dish): boolean {
  return dish.items.every((item) => item.change === null) && !isPartlyDone(dish) && !dish.isHandOver;
}

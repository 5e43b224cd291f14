export type StockStatus = 'instock' | 'outofstock' | 'onbackorder';
/** Whether what is counted and gone can still be ordered. */
export type Backorders = 'no' | 'notify' | 'yes';

/** The parts of WooCommerce's product (or variation) that the simulator touches; the rest travels as recorded. */
export interface WooProduct {
  id: number;
  name: string;
  slug: string;
  type: string;
  sku: string;
  parent_id: number;
  categories: { id: number; name: string; slug: string }[];
  variations: number[];
  /** Of a variation, the choice made of each. */
  attributes: { id: number; name: string; slug: string; option: string }[];
  stock_status: StockStatus;
  /** Of a variation "parent": it shares the count of its product, and shows it. */
  manage_stock: boolean | 'parent';
  stock_quantity: number | null;
  backorders: Backorders;
  date_modified: string;
  date_modified_gmt: string;
  _links: Record<string, { href: string; [field: string]: unknown }[]>;
  [field: string]: unknown;
}

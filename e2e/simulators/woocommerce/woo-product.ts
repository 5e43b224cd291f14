export type StockStatus = 'instock' | 'outofstock' | 'onbackorder';

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
  /** In an answer about a variation it may be "parent", which this shop never has. */
  manage_stock: boolean;
  stock_quantity: number | null;
  date_modified: string;
  date_modified_gmt: string;
  _links: Record<string, { href: string; [field: string]: unknown }[]>;
  [field: string]: unknown;
}

/** The parts of WooCommerce's order that the simulator touches; the rest travels as recorded. */
export interface WooOrder {
  id: number;
  number: string;
  status: string;
  customer_id: number;
  customer_note: string;
  payment_method: string;
  billing: { first_name: string; last_name: string };
  shipping: { first_name: string; last_name: string };
  total: string;
  order_key: string;
  payment_url: string;
  is_editable: boolean;
  needs_payment: boolean;
  date_created: string;
  date_created_gmt: string;
  date_modified: string;
  date_modified_gmt: string;
  date_paid: string | null;
  date_paid_gmt: string | null;
  date_completed: string | null;
  date_completed_gmt: string | null;
  meta_data: { id: number; key: string; value: unknown }[];
  line_items: WooLine[];
  refunds: { id: number; reason: string; total: string }[];
  _links: { self: { href: string }[] };
  [field: string]: unknown;
}

export interface WooLine {
  id: number;
  name: string;
  product_id: number;
  quantity: number;
  meta_data: { id: number; key: string; value: unknown }[];
  [field: string]: unknown;
}

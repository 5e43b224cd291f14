/** Where the shop is and how it knows us. Never logged, never answered. */
export interface ShopConnection {
  /** Which adapter's shop it is: `woocommerce`. */
  source: string;
  /** The site's address without a `/` at its end; `https`, or loopback. */
  url: string;
  key: string;
  secret: string;
  from: 'environment' | 'page';
  connectedAt: number | null;
}

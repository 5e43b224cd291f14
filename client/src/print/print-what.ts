/** What is printed of an order: the kitchen's ticket, the slip on the guest's bag, or both. */
export type PrintWhat = 'ticket' | 'slip' | 'both';

/** Whether it is known only that the browser took it: what the printer makes of it nobody tells. */
export type PrintOutcome = 'sent' | 'failed';

/** How times are said on this page: by the kitchen's clock. */
export interface Times {
  /** "20:41", with its day where that is not today. */
  moment(at: number): string;
  /** "20:41". */
  time(at: number): string;
  /** "20:41:07". */
  second(at: number): string;
  /** "Fri 20 Nov". */
  day(at: number): string;
}

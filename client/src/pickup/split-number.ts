/** A number as it is read from afar: its end large, what stands before it small. */
export interface SplitNumber {
  /** Empty where the whole of it is large. */
  small: string;
  large: string;
}

const longFrom = 6;
const lastOnes = 4;

/** A number of up to five characters is large as a whole; of a longer one the last four are. */
export function splitNumber(number: string): SplitNumber {
  const characters = Array.from(number.trim());
  if (characters.length < longFrom) return { small: '', large: characters.join('') };
  return { small: characters.slice(0, -lastOnes).join(''), large: characters.slice(-lastOnes).join('') };
}

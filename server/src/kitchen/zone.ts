import { firstKnownZone } from '../shop/sold-out/closing.ts';

/**
 * The zone in force. To ask a machine what a name means takes its time, so it is asked only about other names than
 * before.
 * @param names in order of preference; null: there is none
 */
export function createZoneChoice(names: () => readonly (string | null)[]): () => string {
  let chosen: { from: string; zone: string } | null = null;
  return () => {
    const wanted = names();
    const from = wanted.join('\n');
    if (chosen?.from !== from) chosen = { from, zone: firstKnownZone(wanted) };
    return chosen.zone;
  };
}

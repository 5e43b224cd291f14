import type { ScreenReport } from '@kasera/shared/socket.ts';
import { expect, test } from 'vitest';
import { createCell } from '../live/cell.ts';
import { keepReported } from './screen-report.ts';

test('[BO8] a screen tells how it is, and at each change: deaf, asleep, out of sight, renamed, for other stations', () => {
  const reports: ScreenReport[] = [];
  const name = createCell('');
  const stations = createCell<readonly string[] | null>(null);
  const awake = createCell(false);
  const visible = createCell(true);
  const state = createCell<'on' | 'blocked'>('blocked');
  const sound = { state: state.get, subscribe: state.subscribe };
  keepReported({ report: (one) => void reports.push(one), page: 'board', name, stations, awake, sound, visible });
  const first = { page: 'board', name: '', stations: null, sound: 'blocked', awake: false, visible: true };
  expect(reports).toEqual([first]);
  state.set('on');
  awake.set(true);
  name.set('Grill');
  stations.set(['grill']);
  visible.set(false);
  expect(reports.at(-1)).toEqual({
    ...first,
    ...{ sound: 'on', awake: true, name: 'Grill', stations: ['grill'], visible: false },
  });
  expect(reports).toHaveLength(6);
});

import type { LiveScreen } from '@kasera/shared/socket.ts';
import { sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { expect, test } from 'vitest';
import { createCell } from './cell.ts';
import { createViewer } from './viewer.ts';

const screenOf = (parts: Partial<LiveScreen>): LiveScreen => ({
  ...{ id: 's', since: 0, name: '', page: 'board', stations: ['grill'], sound: 'on', awake: true, visible: true },
  ...parts,
});

function viewerBeside(...screens: Partial<LiveScreen>[]) {
  const stations = createCell<readonly string[] | null>(['grill']);
  const beat = createCell(sampleBeat({ screens: screens.map(screenOf) }));
  return { stations, beat, viewer: createViewer({ screen: 's1', stations, beat }) };
}

test('[BO2] a station stands in for what needs no cooking while nobody who shows whole orders is live', () => {
  const standsIn = (...screens: Partial<LiveScreen>[]) => viewerBeside(...screens).viewer.get().standsIn;
  expect(standsIn({}, { page: 'pickup', stations: null }, { page: 'service', stations: null })).toBe(true);
  expect(standsIn({ page: 'handover', stations: null, visible: false })).toBe(true);
  expect(standsIn({ page: 'handover', stations: null })).toBe(false);
  expect(standsIn({ stations: null })).toBe(false);
  expect(standsIn({ stations: ['expo'] })).toBe(false);
});

test('[BO2] who looks stays the same object until its stations or its standing in change', () => {
  const { viewer, stations, beat } = viewerBeside({});
  const first = viewer.get();
  beat.set(sampleBeat({ seq: 2, screens: [screenOf({})] }));
  expect(viewer.get()).toBe(first);
  beat.set(sampleBeat({ seq: 3, screens: [screenOf({ page: 'handover', stations: null })] }));
  expect(viewer.get()).toEqual({ screen: 's1', stations: ['grill'], standsIn: false });
  stations.set(null);
  expect(viewer.get()).toEqual({ screen: 's1', stations: null, standsIn: false });
});

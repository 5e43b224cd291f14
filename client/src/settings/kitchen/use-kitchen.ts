import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dataOrThrow, troubleOf } from '../../live/query-client.ts';
import { useKitchenApi } from './context.ts';
import type { Draft } from './draft.ts';
import { changedSections, isSame, mergeDraft } from './merge.ts';

const queryKey = ['kitchen'];
/** What nobody claims changes with each order; who else saves is worth knowing before saving. */
const askAgainMs = 20_000;

export function useKitchenView() {
  const api = useKitchenApi();
  const query = useQuery({ queryKey, queryFn: async () => dataOrThrow(await api.read()), refetchInterval: askAgainMs });
  return { view: query.data ?? null, trouble: troubleOf(query.error) };
}

/**
 * The settings as they are being edited, upon those the server had when somebody began. While nothing is edited they
 * follow the server's.
 */
export function useDraft(view: KitchenView) {
  const [base, setBase] = useState(view);
  const [draft, setDraft] = useState<Draft>(view.settings);
  const [touched, setTouched] = useState(false);
  const save = useSave((saved, sent) => {
    setBase(saved);
    setDraft((now) => mergeDraft(sent, now, saved.settings));
    setTouched(false);
  });
  const isDirty = !isSame(base.settings, draft);
  if (!isDirty && !save.isPending && view.version !== base.version) {
    setBase(view);
    setDraft(view.settings);
  }
  const edit = (next: (now: Draft) => Draft) => {
    setTouched(true);
    setDraft(next);
  };
  return {
    draft,
    change: edit,
    set: (fields: Partial<Draft>) => edit((now) => ({ ...now, ...fields })),
    mine: changedSections(base.settings, draft),
    /** What somebody else changed meanwhile; null: nobody saved. */
    theirs: isDirty && view.version !== base.version ? changedSections(base.settings, view.settings) : null,
    isDirty,
    save: () => save.mutate({ settings: draft, version: base.version }),
    isSaving: save.isPending,
    /** What came of the last saving, until the next edit. */
    reply: touched && save.data?.type === 'done' ? undefined : save.data,
    discard() {
      save.reset();
      setBase(view);
      setDraft(view.settings);
    },
    /** Goes on upon what somebody else saved. */
    rebase() {
      save.reset();
      setDraft(mergeDraft(base.settings, draft, view.settings));
      setBase(view);
    },
  };
}

function useSave(onSaved: (saved: KitchenView, sent: Draft) => void) {
  const api = useKitchenApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ settings, version }: { settings: Draft; version: number }) => api.save(settings, version),
    onSuccess(reply, sent) {
      if (reply.type !== 'done') return client.invalidateQueries({ queryKey });
      client.setQueryData(queryKey, reply.data);
      return onSaved(reply.data, sent.settings);
    },
  });
}

import type { ShopView } from '@kasera/shared/shop.ts';
import { Callout } from '../ui/callout.tsx';
import buttons from '../ui/wall-button.module.css';
import { useWords } from './context.ts';
import { SpokenOutcome } from './spoken-outcome.tsx';
import { useAct } from './use-shop.ts';
import styles from './connection-section.module.css';

/** One click: leads to the shop's own consent page, or says why it cannot. */
export function ConsentWay(props: { fault: ShopView['consentFault']; url: string; onNeedUrl: () => void }) {
  const { fault, url, onNeedUrl } = props;
  const { connection: words, advice } = useWords();
  const consent = useAct(async (api, address: string) => {
    const reply = await api.askConsent(address);
    if (reply.type === 'done') window.location.assign(reply.data);
    return reply;
  });
  const isGoing = consent.isPending || consent.data?.type === 'done';
  const go = () => {
    if (url) consent.mutate(url);
    else onNeedUrl();
  };
  return (
    <section className={styles.way}>
      <h3>{words.easy}</h3>
      <p className={styles.hint}>{words.easyAbout}</p>
      <button type="button" className={buttons.main} disabled={fault !== null || isGoing} onClick={go}>
        {isGoing ? words.consentGoing : words.consent}
      </button>
      {fault && <Callout level="none" {...advice.consent[fault]} />}
      <SpokenOutcome reply={consent.data} done={null} />
    </section>
  );
}

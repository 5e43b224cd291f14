import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { CrossIcon } from './icons.tsx';
import styles from './modal.module.css';

/** A panel over the page: Escape, its cross and a tap beside it close it; focus returns to where it was, however it closes. */
export function Modal(props: { title: string; closeLabel: string; onClose: () => void; children: ReactNode }) {
  const { title, closeLabel, onClose, children } = props;
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    const closeBeside = (event: MouseEvent) => {
      if (event.target === dialog) dialog?.close();
    };
    dialog?.addEventListener('click', closeBeside);
    return () => dialog?.removeEventListener('click', closeBeside);
  }, []);
  useFocus(ref);
  return (
    <dialog ref={ref} className={styles.modal} aria-label={title} onClose={onClose}>
      <div className={styles.inside}>
        <div className={styles.header}>
          <h2>{title}</h2>
          <button type="button" className={styles.close} aria-label={closeLabel} onClick={() => ref.current?.close()}>
            <CrossIcon />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

function useFocus(ref: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const dialog = ref.current;
    // What was pressed in it may end it: the browser gives the focus back only where it is closed before it is gone.
    return () => dialog?.close();
  }, [ref]);
  useEffect(() => {
    const dialog = ref.current;
    // One step gave way to the next, and what had the focus with it.
    if (dialog?.open && document.activeElement === document.body) firstOf(dialog)?.focus();
  });
}

/** The first thing to be done in it, besides closing it. */
function firstOf(dialog: HTMLDialogElement): HTMLElement | null {
  const within = `.${styles.header} ~ *`;
  return dialog.querySelector<HTMLElement>(`${within}:is(${control}), ${within} :is(${control})`);
}

const control = ':is(button, input, select, textarea):enabled, a[href]';

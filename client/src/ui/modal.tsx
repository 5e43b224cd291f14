import { useEffect, useRef, type ReactNode } from 'react';
import { CrossIcon } from './icons.tsx';
import styles from './modal.module.css';

/** A panel over the page: Escape, its cross and a tap beside it close it; focus returns to where it was. */
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

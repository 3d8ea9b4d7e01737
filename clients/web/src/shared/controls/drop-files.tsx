/** A place to drop files on, and a button for those who choose them or have no mouse. */
import { InboxOutlined } from '@ant-design/icons';
import { type DragEvent, useState } from 'react';
import styles from './drop-files.module.css';

interface DropFilesProps {
  readonly id?: string;
  readonly label: string;
  readonly hint: string;
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropFiles({ id, label, hint, accept, disabled = false, onFiles }: DropFilesProps) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])];
    if (!disabled && chosen.length > 0) onFiles(chosen);
  };
  const hover = (is: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(is);
  };
  return (
    <label
      className={`${styles['place']} ${over ? styles['over'] : ''}`}
      onDragEnter={hover(true)}
      onDragOver={hover(true)}
      onDragLeave={hover(false)}
      onDrop={(event) => {
        hover(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <input
        id={id}
        type="file"
        multiple
        accept={accept}
        disabled={disabled}
        className={styles['input']}
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <InboxOutlined aria-hidden className={styles['sign'] ?? ''} />
      <span>
        <span className={styles['label']}>{label}</span>
        <span className={styles['hint']}>{hint}</span>
      </span>
    </label>
  );
}

/** Something that waits for the patient, and the page where it is done. */
import { RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './today.module.css';

interface NoteLinkProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
}

export function NoteLink({ to, icon, title, hint }: NoteLinkProps) {
  return (
    <Link to={to} className={styles['note'] ?? ''}>
      <span aria-hidden>{icon}</span>
      <span>
        <strong>{title}</strong>
        {hint}
      </span>
      <RightOutlined aria-hidden />
    </Link>
  );
}

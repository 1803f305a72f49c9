import type { Reason } from '../../comments/shape/reason-codes.js';
import type { Language } from '../../text/plain/languages.js';

type ReasonWords = Readonly<Record<Reason, string>>;

/** Why a comment was removed. */
export const REASON_WORDS: Readonly<Record<Language, ReasonWords>> = {
  en: {
    abusive: 'abusive',
    offensive: 'offensive',
    harassment: 'harassment',
    hate: 'hate',
    spam: 'spam',
    advertising: 'advertising',
    off_topic: 'off topic',
    misinformation: 'misinformation',
    personal_data: 'personal data',
    illegal: 'illegal',
    other: 'other',
  },
  lv: {
    abusive: 'aizskarošs',
    offensive: 'nepieklājīgs',
    harassment: 'vajāšana',
    hate: 'naids',
    spam: 'mēstule',
    advertising: 'reklāma',
    off_topic: 'ne par tēmu',
    misinformation: 'maldinoša informācija',
    personal_data: 'personas dati',
    illegal: 'pretlikumīgs',
    other: 'cits iemesls',
  },
  ru: {
    abusive: 'оскорбление',
    offensive: 'грубость',
    harassment: 'травля',
    hate: 'ненависть',
    spam: 'спам',
    advertising: 'реклама',
    off_topic: 'не по теме',
    misinformation: 'недостоверные сведения',
    personal_data: 'личные данные',
    illegal: 'нарушение закона',
    other: 'другая причина',
  },
};

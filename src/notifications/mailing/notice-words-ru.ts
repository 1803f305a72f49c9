import type { NoticeWords } from './notice-words.js';

export const ru: NoticeWords = {
  told: {
    reply: 'Вам ответили ({author}): {title}',
    mention: 'Вас упомянули ({author}): {title}',
    followed: 'Новый комментарий ({author}): {title}',
    decision: 'Модерация приняла решение о вас: {title}',
    correction: 'Вас благодарят за комментарий ({author}): {title}',
  },
  several: 'Новое для вас на сайте {site}: {count}',
  read: 'Читать на сайте',
  more: 'Всего: {count}; все есть в списке на сайте.',
  why: 'Вы получили это письмо, так как это адрес вашей учётной записи @{username} на сайте {site}.',
  endKind: {
    reply: 'Больше не присылать писем об ответах',
    mention: 'Больше не присылать писем об упоминаниях',
    followed: 'Больше не присылать писем о статьях, за которыми вы следите',
    decision: 'Больше не присылать писем о решениях',
    correction: 'Больше не присылать писем об исправлениях, к которым вы привели',
  },
  endFollowing: 'Больше не следить: {title}',
  endPost: 'Больше ничего не сообщать: {title}',
};

/** The initial canned reasons, which staff can change: one or two sentences to the author. */
export const CANNED_REASONS: Readonly<Record<string, { en: string; lv: string; ru: string }>> = {
  abusive: {
    en: 'It attacks other people instead of what they say. Please argue about the subject.',
    lv: 'Tas aizskar citus cilvēkus, nevis runā par viņu teikto. Lūdzu, diskutējiet par tematu.',
    ru: 'Вы нападаете на людей, а не спорите с тем, что они говорят. Пожалуйста, обсуждайте тему.',
  },
  offensive: {
    en: 'It uses words that are not acceptable here. You may say the same in other words.',
    lv: 'Tajā lietoti vārdi, kas šeit nav pieņemami. To pašu var pateikt citiem vārdiem.',
    ru: 'Здесь недопустимы такие выражения. То же самое можно сказать другими словами.',
  },
  harassment: {
    en: 'It pursues or intimidates somebody.',
    lv: 'Ar to kāds tiek vajāts vai iebiedēts.',
    ru: 'Это преследование или запугивание другого человека.',
  },
  hate: {
    en: 'It degrades people because of a group that they belong to.',
    lv: 'Tas pazemo cilvēkus viņu piederības kādai grupai dēļ.',
    ru: 'Это унижает людей за их принадлежность к какой-либо группе.',
  },
  spam: {
    en: 'It was sent in bulk, or has nothing to say to those who read here.',
    lv: 'Tas ir masveidā sūtīts vai lasītājiem šeit neko nepasaka.',
    ru: 'Это массовая рассылка или сообщение, которое ничего не даёт читателям.',
  },
  advertising: {
    en: 'It advertises something.',
    lv: 'Tā ir reklāma.',
    ru: 'Это реклама.',
  },
  off_topic: {
    en: 'It is not about the subject of this discussion.',
    lv: 'Tas nav par šīs diskusijas tematu.',
    ru: 'Это не относится к теме обсуждения.',
  },
  misinformation: {
    en: 'It states as a fact what is known to be false. Opinions are welcome, and so are sources.',
    lv: 'Tajā kā fakts apgalvots tas, par ko zināms, ka tā nav. Viedokļi un avoti ir gaidīti.',
    ru: 'Заведомо неверное утверждается как факт. Мнения и ссылки на источники приветствуются.',
  },
  personal_data: {
    en: 'It tells private things about somebody, such as an address or a telephone number.',
    lv: 'Tajā atklātas kāda privātas ziņas, piemēram, adrese vai tālruņa numurs.',
    ru: 'Раскрыты чьи-то личные сведения, например адрес или номер телефона.',
  },
  illegal: {
    en: 'We consider it to be against the law.',
    lv: 'Mūsuprāt, tas ir pretrunā likumam.',
    ru: 'Мы считаем, что это нарушает закон.',
  },
  other: {
    en: 'It does not follow the rules of this site.',
    lv: 'Tas neatbilst šīs vietnes noteikumiem.',
    ru: 'Это не соответствует правилам сайта.',
  },
};

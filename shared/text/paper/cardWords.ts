import type { Language } from '../../domain/language.ts'

/** The fixed words on a patient's paper, in one language. `{…}` is filled in when it is printed. */
export type CardWords = {
  /** The language's own name for itself. */
  readonly itself: string
  /** For `Intl`; figures stay the ones that everybody at the desk can read. */
  readonly locale: string
  readonly title: string
  readonly arriveBy: string
  readonly askFor: string
  readonly change: string
  readonly following: string
  readonly letterTitle: string
  readonly greeting: string
  readonly expected: string
}

/** Title of the calendar entry in every language: it must name nothing. */
export const calendarTitle = 'Appointment'

/** What a card says in each language, beside the practice's own words. */
export const cardWords: Readonly<Record<Language, CardWords>> = {
  en: {
    itself: 'English', locale: 'en-GB', title: 'Your next appointment', arriveBy: 'arrive by {time}', askFor: 'Ask for {whom}', change: 'To change, phone {telephone}',
    following: 'After that', letterTitle: 'Your appointments', greeting: 'Dear {name},', expected: 'We look forward to seeing you at these times:',
  },
  es: {
    itself: 'Español', locale: 'es', title: 'Su próxima cita', arriveBy: 'llegue antes de las {time}', askFor: 'Pregunte por: {whom}', change: 'Para cambiarla, llame al {telephone}',
    following: 'Después', letterTitle: 'Sus citas', greeting: 'Estimado/a {name}:', expected: 'Le esperamos en estas fechas:',
  },
  fr: {
    itself: 'Français', locale: 'fr', title: 'Votre prochain rendez-vous', arriveBy: 'arrivée avant {time}', askFor: 'Demandez : {whom}', change: 'Pour le modifier, appelez le {telephone}',
    following: 'Ensuite', letterTitle: 'Vos rendez-vous', greeting: 'Bonjour {name},', expected: 'Nous vous attendons aux dates suivantes :',
  },
  pt: {
    itself: 'Português', locale: 'pt', title: 'A sua próxima consulta', arriveBy: 'chegue até às {time}', askFor: 'Pergunte por: {whom}', change: 'Para alterar: {telephone}',
    following: 'Depois', letterTitle: 'As suas consultas', greeting: 'Caro/a {name},', expected: 'Esperamos por si nestas datas:',
  },
  de: {
    itself: 'Deutsch', locale: 'de', title: 'Ihr nächster Termin', arriveBy: 'bitte bis {time} da sein', askFor: 'Fragen Sie nach: {whom}', change: 'Zum Verlegen: {telephone}',
    following: 'Danach', letterTitle: 'Ihre Termine', greeting: 'Guten Tag {name},', expected: 'wir erwarten Sie zu diesen Zeiten:',
  },
  pl: {
    itself: 'Polski', locale: 'pl', title: 'Następna wizyta', arriveBy: 'prosimy przyjść do {time}', askFor: 'Proszę pytać o: {whom}', change: 'Zmiana terminu: {telephone}',
    following: 'Potem', letterTitle: 'Terminy wizyt', greeting: 'Dzień dobry, {name},', expected: 'czekamy w tych terminach:',
  },
  ar: {
    itself: 'العربية', locale: 'ar-u-nu-latn', title: 'موعدك القادم', arriveBy: 'الحضور قبل {time}', askFor: 'اسأل عن: {whom}', change: 'لتغيير الموعد اتصل على {telephone}',
    following: 'بعد ذلك', letterTitle: 'مواعيدك', greeting: 'تحية طيبة {name}،', expected: 'ننتظرك في هذه المواعيد:',
  },
  ur: {
    itself: 'اردو', locale: 'ur-u-nu-latn', title: 'آپ کی اگلی ملاقات', arriveBy: '{time} تک تشریف لائیں', askFor: 'ان سے ملیں: {whom}', change: 'تبدیلی کے لیے فون کریں {telephone}',
    following: 'اس کے بعد', letterTitle: 'آپ کی ملاقاتیں', greeting: 'محترم {name}،', expected: 'ہم ان اوقات میں آپ کے منتظر ہیں:',
  },
  zh: {
    itself: '中文', locale: 'zh-CN', title: '您的下次预约', arriveBy: '请于 {time} 前到达', askFor: '请找：{whom}', change: '更改预约请致电 {telephone}',
    following: '之后', letterTitle: '您的预约', greeting: '{name}，您好：', expected: '我们恭候您在以下时间到来：',
  },
  vi: {
    itself: 'Tiếng Việt', locale: 'vi', title: 'Lịch hẹn tiếp theo', arriveBy: 'vui lòng đến trước {time}', askFor: 'Xin hỏi: {whom}', change: 'Đổi lịch hẹn, gọi {telephone}',
    following: 'Sau đó', letterTitle: 'Các lịch hẹn của quý vị', greeting: 'Kính gửi {name},', expected: 'Chúng tôi hân hạnh đón tiếp quý vị vào các thời điểm:',
  },
}

/** A phrase with its gaps filled in. */
export const filled = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)

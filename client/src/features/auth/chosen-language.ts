/** Holds the id of the person who chose another language for the app, until their account knows it. */
export const unsavedLanguage = 'serene.locale-unsaved';

/** Remembers that a person chose another language: the page is about to be loaded again, which ends every request. */
export function noteChosenLanguage(userId: string): void {
  localStorage.setItem(unsavedLanguage, userId);
}

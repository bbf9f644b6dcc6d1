/** The screens of the dialog, which has no offer to choose and asks for no details: it books the expert's hour. */
export const dialogScreens = ['select-date', 'select-time', 'confirm', 'payment'] as const;
export type DialogScreen = (typeof dialogScreens)[number];

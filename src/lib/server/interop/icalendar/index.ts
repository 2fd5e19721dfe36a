/** Calendars as other programs read them: RFC 5545. Pure: text out of plain values. */
export { writeCalendar, type Calendar, type CalendarEvent } from './write-calendar.ts';

/** Item banks in our own JSON Lines format. */
export { itemsImporter } from './items-importer.ts';
export { writeItemBank } from './write-item-bank.ts';
export { countItems, type ItemBankNoun, type ItemBankPlan } from './item-bank-plan.ts';

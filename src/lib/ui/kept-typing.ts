type Changeable = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What a person typed, ticked or picked before the script of a page was there. Hydration sets each
 * field back to what the server wrote, and on an old computer that is seconds later. Call this as
 * hydration begins and what it returns when it is done; fields that are gone by then are left.
 */
export function keepTyping(within: ParentNode): () => void {
	const puttingBack = [...within.querySelectorAll<Changeable>('input, textarea, select')].flatMap(
		(field) => putsBack(field) ?? []
	);
	return () => {
		for (const putBack of puttingBack) putBack();
	};
}

function putsBack(field: Changeable): (() => void) | null {
	if (field instanceof HTMLSelectElement) return pickedAgain(field);
	if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
		return tickedAgain(field);
	}
	const { value, type } = field;
	// Nobody types into a hidden field, and nothing sets a chosen file back.
	if (type === 'file' || type === 'hidden' || value === field.defaultValue) return null;
	return () => {
		field.value = value;
		tell(field);
	};
}

function tickedAgain(field: HTMLInputElement): (() => void) | null {
	const { checked, type } = field;
	// Of several radio buttons the picked one tells of the others.
	if (checked === field.defaultChecked || (type === 'radio' && !checked)) return null;
	return () => {
		field.checked = checked;
		tell(field);
	};
}

function pickedAgain(field: HTMLSelectElement): (() => void) | null {
	const { value, options } = field;
	const written = [...options].find((option) => option.defaultSelected) ?? options[0];
	if (field.multiple || value === written?.value) return null;
	return () => {
		field.value = value;
		tell(field);
	};
}

/** As if the person did it now, so that what counts characters or saves as they go hears of it. */
function tell(field: Changeable): void {
	if (!field.isConnected) return;
	for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
}

import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { catalogueRules } from './catalogue.ts';
import { createTestApp, type TestApp } from './testing.ts';

let app: TestApp;
let admin: pg.Client;
beforeAll(async () => {
	const server = inject('database');
	app = await createTestApp(server);
	admin = new pg.Client({ ...server.admin, database: app.owner.database });
	await admin.connect();
});
afterAll(async () => {
	await admin.end();
	await app.close();
});

const offences = async (sql: string) =>
	(await admin.query<{ name: string }>(`${sql} order by 1`)).rows.map(({ name }) => name);

test.each(catalogueRules)('SQL rule $rule: $says', async ({ sql }) => {
	expect(await offences(sql)).toEqual([]);
});

/** One broken schema per rule, and what the rule calls it. */
const planted: Readonly<Record<number, readonly [sql: string, name: string]>> = {
	2: [
		`create table planted (community_id uuid, a uuid, primary key (community_id, a), unique (a))`,
		'planted_a_key'
	],
	3: [
		`create table planted (community_id uuid, a uuid primary key, b uuid references planted (a))`,
		'planted.planted_b_fkey'
	],
	4: [
		`create table local.planted (a uuid primary key references community)`,
		'local.planted.planted_a_fkey'
	],
	5: [
		`create table planted (community_id uuid, a uuid, person_id uuid, primary key (community_id, a),
			foreign key (community_id, person_id) references person on delete set null (person_id))`,
		'planted.planted_community_id_person_id_fkey'
	],
	18: [
		`create function nothing() returns trigger language plpgsql as 'begin return null; end';
		create trigger planted after insert on person for each row execute function nothing()`,
		'person.planted'
	],
	19: [`create view planted as select * from person`, 'planted'],
	20: [
		`create type mood as enum ('good'); create table planted (community_id uuid primary key, a mood)`,
		'planted.a'
	],
	22: [`create table planted (community_id uuid, a uuid)`, 'planted']
};

test.each(catalogueRules)('SQL rule $rule finds what breaks it', async ({ rule, sql }) => {
	const [broken, name] = planted[rule] ?? ['', 'nothing is planted for this rule'];
	await admin.query('begin');
	try {
		await admin.query(broken);
		expect(await offences(sql)).toContain(name);
	} finally {
		await admin.query('rollback');
	}
});

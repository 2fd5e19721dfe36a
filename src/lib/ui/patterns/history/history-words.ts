import { m } from '#lib/paraglide/messages.js';

/** What each action is called in a history; `who` comes with its own grammar ("I", "Rewi", "Nā Rewi"). */
export const historyWords: Readonly<Record<string, (said: { who: string }) => string>> = {
	'agency.place-rung': m.history_agency_place_rung,
	'evidence.record-external': m.history_evidence_record_external,
	'evidence.record-judgement': m.history_evidence_record_judgement,
	'evidence.record-marks': m.history_evidence_record_marks,
	'evidence.record-observation': m.history_evidence_record_observation,
	'evidence.record-response': m.history_evidence_record_response,
	'evidence.record-self-assessment': m.history_evidence_record_self_assessment,
	'evidence.withdraw-evidence': m.history_evidence_withdraw_evidence,
	'learner-model.answer-challenge': m.history_learner_model_answer_challenge,
	'learner-model.challenge-belief': m.history_learner_model_challenge_belief,
	'learner-model.finish-check': m.history_learner_model_finish_check,
	'learner-model.start-check': m.history_learner_model_start_check,
	'pathways.answer-own-idea': m.history_pathways_answer_own_idea,
	'pathways.decline-alternative': m.history_pathways_decline_alternative,
	'pathways.offer-alternatives': m.history_pathways_offer_alternatives,
	'pathways.pick-alternative': m.history_pathways_pick_alternative,
	'pathways.propose-own-idea': m.history_pathways_propose_own_idea,
	'people.add-profile-item': m.history_people_add_profile_item,
	'people.change-profile-item': m.history_people_change_profile_item,
	'people.choose-password': m.history_people_choose_password,
	'people.end-visits': m.history_people_end_visits,
	'people.issue-card': m.history_people_issue_card,
	'people.issue-code': m.history_people_issue_code,
	'people.issue-picture': m.history_people_issue_picture,
	'people.remove-profile-item': m.history_people_remove_profile_item,
	'people.restore-profile-item': m.history_people_restore_profile_item,
	'plans.achieve-goal': m.history_plans_achieve_goal,
	'plans.add-commitment': m.history_plans_add_commitment,
	'plans.add-step': m.history_plans_add_step,
	'plans.agree-proposal': m.history_plans_agree_proposal,
	'plans.ask-about-proposal': m.history_plans_ask_about_proposal,
	'plans.ask-to-talk': m.history_plans_ask_to_talk,
	'plans.change-goal': m.history_plans_change_goal,
	'plans.counter-propose': m.history_plans_counter_propose,
	'plans.decline-proposal': m.history_plans_decline_proposal,
	'plans.draft-plan': m.history_plans_draft_plan,
	'plans.keep-commitment': m.history_plans_keep_commitment,
	'plans.propose-goal': m.history_plans_propose_goal,
	'plans.remove-step': m.history_plans_remove_step,
	'plans.reply-to-question': m.history_plans_reply_to_question,
	'plans.set-draft-aside': m.history_plans_set_draft_aside,
	'plans.set-goal-aside': m.history_plans_set_goal_aside,
	'plans.take-up-alternative': m.history_plans_take_up_alternative,
	'plans.tick-step': m.history_plans_tick_step,
	'plans.untick-step': m.history_plans_untick_step,
	'plans.withdraw-proposal': m.history_plans_withdraw_proposal,
	'portfolio.add-reflection': m.history_portfolio_add_reflection,
	'portfolio.add-work': m.history_portfolio_add_work,
	'portfolio.answer-feedback': m.history_portfolio_answer_feedback,
	'portfolio.answer-request': m.history_portfolio_answer_request,
	'portfolio.ask-feedback': m.history_portfolio_ask_feedback,
	'portfolio.judge-work': m.history_portfolio_judge_work,
	'portfolio.offer-feedback': m.history_portfolio_offer_feedback,
	'portfolio.remove-work': m.history_portfolio_remove_work,
	'portfolio.restore-work': m.history_portfolio_restore_work,
	'portfolio.revise-work': m.history_portfolio_revise_work
};

/** One action in words; a test sees to it that each one that is told has its own. */
export const sayChange = (action: string, who: string): string =>
	(historyWords[action] ?? m.history_other)({ who });

const things: Readonly<Record<string, () => string>> = {
	plan: m.history_thing_plan,
	work: m.history_thing_work,
	map: m.history_thing_map,
	profile: m.history_thing_profile,
	notes: m.history_thing_notes
};

/** What an adult opened, as a list in words. */
export const sayThings = (what: readonly string[]): string =>
	what.map((thing) => things[thing]?.() ?? m.history_thing_other()).join(' · ');

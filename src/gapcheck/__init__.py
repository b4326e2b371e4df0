"""gapcheck: a resume and skills-gap analyzer."""

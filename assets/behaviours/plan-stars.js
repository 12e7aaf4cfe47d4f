// plan-stars

# What members get to read of the result.

share-plan = What members get to read
share-plan-always = Members always get the report of their group
share-plan-always-means = as soon as the results are released: the same figures as their leader, without comments. It is part of the promise. Otherwise their leader decides, and can share it with one button.
share-form-always = When the results are released, you get the report of your group: the same figures as your leader, without comments. That is part of the promise.
share-form-if-shared = Whether your group gets to read its report is for your leader to decide. After the release you are told what happens next.
share-leader-always = When the results are released, you read the report of your team, and so do the members of your team: the same figures, yours among them, without comments. They were promised that.
share-leader-if-shared = After the release you decide whether the members of your team get to read the report too: the same figures, yours among them, without comments.
share-terms-always = Members get the report of their group when the results are released: the same figures as their leader, without comments.
share-terms-if-shared = Members get the report of their group if their leader shares it. After the release everybody who was asked is told what happens next.
